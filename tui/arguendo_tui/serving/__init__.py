"""The program in a browser: a small web server, and a process of its own for every visitor.

`server` puts it together: `gate` says who is let in, `links` what a link may bring, `pages` what is
shown around the program, `visits` starts and ends the processes, and `visitor` is what runs in one.
"""
