"""Maps for documents: DOT, Mermaid, SVG and PNG."""
