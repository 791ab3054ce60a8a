/** What operators ask: metrics. */
@NullMarked
package dev.sallyport.adapters.rest.operations;

import org.jspecify.annotations.NullMarked;
