/** Accounts: who a person is, and the store that keeps them unique. */
@NullMarked
package dev.sallyport.domain.user;

import org.jspecify.annotations.NullMarked;
