/** Who makes a request: from the Bearer token to the caller a controller is handed. */
@NullMarked
package dev.sallyport.adapters.rest.caller;

import org.jspecify.annotations.NullMarked;
