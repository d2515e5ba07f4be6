"""The file: the parts of a workbook around its rows, and the zip that holds them."""
