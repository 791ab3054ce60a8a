/** What every use case shares: how input can be wrong. */
@NullMarked
package dev.sallyport.application;

import org.jspecify.annotations.NullMarked;
