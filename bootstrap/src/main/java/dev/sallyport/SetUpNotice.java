package dev.sallyport;

import dev.sallyport.application.setup.OfferSetUp.Result.Offered;
import java.net.URI;
import java.time.temporal.ChronoUnit;

/** What the operator of a service without a Super Admin reads at its start. */
final class SetUpNotice {

    private SetUpNotice() {}

    static String text(URI service, Offered offer) {
        return """

                Nobody is a Super Admin yet. Until %s this makes the first one, with your address and password:

                  curl %s/api/v1/setup -H 'Content-Type: application/json' \\
                    -d '{"token":"%s","email":"…","password":"…"}'

                The token is good once and is not shown again; the next start prints another as long as nobody is.

                """.formatted(
                        offer.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                        service,
                        offer.token().value());
    }
}
