package dev.sallyport.adapters.crypto.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.sallyport.domain.password.CommonPasswords;
import dev.sallyport.domain.password.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of leaked passwords that zxcvbn carries: the 30,000 most frequent of Mark Burnett's ten million. Safe for many threads. */
public final class ZxcvbnCommonPasswords implements CommonPasswords {

    private final Set<String> passwords;

    /** Reads the list, which takes some milliseconds. */
    public ZxcvbnCommonPasswords() {
        try {
            passwords = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .map(ZxcvbnCommonPasswords::folded)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords lies in the zxcvbn jar", e);
        }
    }

    @Override
    public boolean contains(Password password) {
        return passwords.contains(folded(password.value()));
    }

    /** How many passwords the list holds. */
    public int size() {
        return passwords.size();
    }

    private static String folded(String password) {
        return password.toLowerCase(Locale.ROOT);
    }
}
