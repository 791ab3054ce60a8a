package dev.sallyport;

import java.util.Optional;

/** Which build this is. */
final class Version {

    private Version() {}

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
