"""`python -m doccheck` and the console script."""

from doccheck.cli.app import main

if __name__ == "__main__":
    main()
