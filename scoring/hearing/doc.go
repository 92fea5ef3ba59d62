// Package hearing makes Facts of a reading: the steps, the empathy, the other elements, the red lines, the promises. It gives no
// points and reads no files.
package hearing
