"""What language models and other programs ask of an argument, by the Model Context Protocol.

The model converses, the rules decide: `tools` is what it may call and what it is told of each,
`resources` what it may read, `cases` whose case is whose. `server` puts that on the protocol's
wire, and `web` behind an address. Only those two load the protocol's library.
"""
