// Package rehearsal lets scripted trainees play a scenario through the real simulator before people do.
//
// Eleven players (the model pupil, the one who only apologises, the one who says nothing …) talk to the customer on a
// virtual clock. What comes of it says whether good replies pay, where players get stuck, and which turns and rows
// nobody reaches. The same seed gives the same bytes. Rules of conversations are not here: they are sim's.
package rehearsal
