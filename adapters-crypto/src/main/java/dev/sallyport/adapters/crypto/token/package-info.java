/** Access tokens as signed JSON Web Tokens, and the keys that sign them. */
@NullMarked
package dev.sallyport.adapters.crypto.token;

import org.jspecify.annotations.NullMarked;
