package dev.sallyport.architecture.offenders.domain.lending;

import dev.sallyport.architecture.offenders.domain.borrowing.Borrower;

/** Knows the other, which knows it. */
public record Lender(Borrower other) {}
