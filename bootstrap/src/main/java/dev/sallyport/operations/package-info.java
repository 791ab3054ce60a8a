/** What runs beside the requests: counting, tidying. */
@NullMarked
package dev.sallyport.operations;

import org.jspecify.annotations.NullMarked;
