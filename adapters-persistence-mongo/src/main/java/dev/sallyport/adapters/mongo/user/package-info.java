/** Accounts in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.user;

import org.jspecify.annotations.NullMarked;
