"""The file: what of the workbook openpyxl makes, with our rows among it, as a zip."""
