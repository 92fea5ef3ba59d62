// Package report says what logs and finished sessions show: figures, nothing drawn. Screens and plain mode put them
// into words. It reads journals; it never writes them.
package report
