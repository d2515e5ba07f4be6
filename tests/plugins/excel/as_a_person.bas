' What a person does to a tracker in LibreOffice. Each deed has a workbook of its own, saved in the folder that
' stands for BACK; START is the tracker's place.

Sub Main
  For Each deed In Array("Sorted", "Filtered", "DateTyped", "Pasted", "OwnerCopied", "ColumnAdded", "RowInserted", "RowDeleted", "StatusChanged", "TitleMended")
    Perform(deed)
  Next
  StarDesktop.terminate()
End Sub

Sub Perform(deed)
  Dim asked(0) As New com.sun.star.beans.PropertyValue
  asked(0).Name = "Hidden" : asked(0).Value = True
  book = StarDesktop.loadComponentFromURL("START", "_blank", 0, asked())
  sheet = book.Sheets.getByName("Nominations")
  Select Case deed
    Case "Sorted" : SortByTitle(sheet)
    Case "Filtered" : FilterByOutcome(sheet)
    Case "DateTyped" : At(sheet, "choir-film-2026", "Submitted").String = "12 November 2025"
    Case "Pasted" : PasteOwnValues(book, sheet)
    Case "OwnerCopied" : CopyOwner(book, sheet)
    Case "ColumnAdded" : AddColumn(sheet)
    Case "RowInserted" : InsertRow(sheet)
    Case "RowDeleted" : sheet.Rows.removeByIndex(RowOf(sheet, "tide-words-2026"), 1)
    Case "StatusChanged" : At(sheet, "choir-film-2026", "Outcome").String = "won"
    Case "TitleMended" : At(sheet, "falls-leaflet-2025", "Title").String = "Nine things"
  End Select
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("BACK/" & deed & ".xlsx", form())
  book.close(True)
End Sub

Function RowOf(sheet, id)
  row = 0
  Do While sheet.getCellByPosition(0, row).String <> id And row < 500 : row = row + 1 : Loop
  RowOf = row
End Function

Function ColumnOf(sheet, title)
  column = 0
  Do While sheet.getCellByPosition(column, 0).String <> title And column < 100 : column = column + 1 : Loop
  ColumnOf = column
End Function

Function At(sheet, id, title)
  At = sheet.getCellByPosition(ColumnOf(sheet, title), RowOf(sheet, id))
End Function

Function Whole(sheet)
  Whole = sheet.getCellRangeByPosition(0, 0, ColumnOf(sheet, "") - 1, RowOf(sheet, "") - 1)
End Function

Sub SortByTitle(sheet)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = ColumnOf(sheet, "Title") : fields(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields" : how(0).Value = fields()
  how(1).Name = "ContainsHeader" : how(1).Value = True
  Whole(sheet).sort(how())
End Sub

Sub FilterByOutcome(sheet)
  table = Whole(sheet)
  Dim fields(0) As New com.sun.star.sheet.TableFilterField
  fields(0).Field = ColumnOf(sheet, "Outcome")
  fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  fields(0).IsNumeric = False : fields(0).StringValue = "won"
  asked = table.createFilterDescriptor(True)
  asked.setFilterFields(fields())
  asked.ContainsHeader = True
  table.filter(asked)
End Sub

Sub CopyAsValues(book, source, target)
  frame = book.CurrentController.Frame
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim how(5) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Flags" : how(0).Value = "SVD"
  how(1).Name = "FormulaCommand" : how(1).Value = 0
  how(2).Name = "SkipEmptyCells" : how(2).Value = False
  how(3).Name = "Transpose" : how(3).Value = False
  how(4).Name = "AsLink" : how(4).Value = False
  how(5).Name = "MoveMode" : how(5).Value = 4
  book.CurrentController.select(source)
  dispatcher.executeDispatch(frame, ".uno:Copy", "", 0, Array())
  book.CurrentController.select(target)
  dispatcher.executeDispatch(frame, ".uno:InsertContents", "", 0, how())
End Sub

Sub PasteOwnValues(book, sheet)
  CopyAsValues(book, Whole(sheet), Whole(sheet))
End Sub

Sub CopyOwner(book, sheet)
  CopyAsValues(book, At(sheet, "falls-leaflet-2025", "Owner"), At(sheet, "choir-film-2026", "Owner"))
End Sub

Sub AddColumn(sheet)
  last = ColumnOf(sheet, "")
  sheet.getCellByPosition(last, 0).String = "Budget code"
  sheet.getCellByPosition(last, RowOf(sheet, "choir-film-2026")).String = "X 42"
End Sub

Sub InsertRow(sheet)
  row = RowOf(sheet, "clir-leaflet-2026")
  sheet.Rows.insertByIndex(row, 1)
  For Each title In Array("Organisations", "Edition", "Category")
    column = ColumnOf(sheet, title)
    sheet.getCellByPosition(column, row).String = sheet.getCellByPosition(column, row + 1).String
  Next
  sheet.getCellByPosition(ColumnOf(sheet, "Title"), row).String = "A leaflet that sings"
End Sub
