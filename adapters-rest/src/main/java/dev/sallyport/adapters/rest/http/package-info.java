/** What every request passes: its id, its origin, its log line, the headers of its answer. */
@NullMarked
package dev.sallyport.adapters.rest.http;

import org.jspecify.annotations.NullMarked;
