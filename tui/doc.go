// Package tui is the program's screens: it draws the state of a session and turns keys and ticks into its inputs.
//
// What happens, and when, is decided in sim; the screens only show it. A root App owns the size, the screen that is
// open, the banner and the dialogs; a screen is a small struct in a file of its own. A parent calls its child's
// methods, a child tells its parent by a message, and drawing never changes anything. The wording functions (Verdict,
// CardRows, SetLines, …) are shared with plain mode. The package reads no environment and no file.
package tui
