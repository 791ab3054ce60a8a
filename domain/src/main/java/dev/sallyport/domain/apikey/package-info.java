/** API keys: how services, rather than people, are let in. */
@NullMarked
package dev.sallyport.domain.apikey;

import org.jspecify.annotations.NullMarked;
