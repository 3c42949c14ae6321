"""Compiles one Typst file through the Python binding of that compiler: SOURCE OUTPUT FONTS STANDARD…"""

import sys

import typst

source, output, fonts, *standards = sys.argv[1:]
typst.compile(
    source,
    output=output,
    format="pdf",
    font_paths=[fonts],
    ignore_system_fonts=True,
    pdf_standards=standards,
)
