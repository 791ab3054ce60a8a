/** Every way a request can fail, and how clients are told (RFC 9457). */
@NullMarked
package dev.sallyport.adapters.rest.problem;

import org.jspecify.annotations.NullMarked;
