"""Run atscheck with ``python -m atscheck``."""

from atscheck.cli import main

if __name__ == "__main__":
    main()
