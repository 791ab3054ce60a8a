/** What is about to be done and takes more than one record to decide. */
@NullMarked
package dev.sallyport.domain.intention;

import org.jspecify.annotations.NullMarked;
