/** A household in a file: a line of JSON for each record, which a person can read and a changed byte gives away. */
@NullMarked
package dev.sallyport.move.file;

import org.jspecify.annotations.NullMarked;
