package dev.sallyport.adapters.rest.user;

import dev.sallyport.domain.user.UserId;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the id in a path. What is no id at all becomes one that nobody has: whether the caller may ask is decided first, and the answer is
 * that for an unknown one.
 */
@Singleton
final class UserIdConverter implements TypeConverter<String, UserId> {

    /** RFC 9562, 5.9; an account's is of version 7. */
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    @Override
    public Optional<UserId> convert(String text, Class<UserId> type, ConversionContext context) {
        return UserId.parse(text).or(() -> Optional.of(NOBODY));
    }
}
