/** What every request passes: its id, its log line, its caller, the headers of its answer. */
@NullMarked
package dev.sallyport.adapters.rest.http;

import org.jspecify.annotations.NullMarked;
