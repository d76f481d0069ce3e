"""What leaves the program: the JSON contract, XLSX, CSV. One function each; writing is atomic."""
