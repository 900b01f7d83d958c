"""How a visitor's program talks to the server: Textual's own way, and it ends with the server."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class VisitDriver(WebDriver):
    """Ends the program when the server has gone, however that came about."""

    def run_input_thread(self) -> None:
        """Read what the visitor types; at its end leave."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.process_message(ExitApp())
