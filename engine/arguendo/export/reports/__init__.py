"""Reports: documents as Markdown and as a page of HTML, and what is proven of them."""
