"""Many scenarios valued at once, one bit a scenario, in numpy or in code made for the rule base.

A graph and what may vary are compiled into a circuit of bit operations, the circuit into a program
over blocks of words, and the program is run block by block, so that memory stays flat. Only this
room imports numpy, numba, pyarrow and dask, each where it is used. The result is that of a
`Valuation` of every single scenario.
"""
