package dev.sallyport.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"users:read", "a:b", "api_keys:manage", "bill-ing2:pay_now", "users:read_self"})
    void isAThingAndAnAction(String name) {
        assertThat(new Permission(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "users:",
                ":read",
                "users:read:all",
                "Users:read",
                "users:READ",
                "users read",
                "users:*",
                "1users:read",
                "users:_read",
                "users:read\n",
                " users:read",
                "\u00fcsers:read",
                "u.sers:read"
            })
    void refusesOtherShapes(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission(name));
    }

    @Test
    void allows32CharactersOnEitherSide() {
        String longest = "x".repeat(32);

        assertThat(new Permission(longest + ":" + longest).name()).hasSize(65);
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission(longest + "x:" + longest));
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission(longest + ":" + longest + "x"));
    }

    @Test
    void isListedOnOneLine() {
        assertThat(Permission.list(new TreeSet<>(List.of(Permission.USERS_READ, Permission.AUDIT_READ))))
                .isEqualTo("audit:read users:read");
        assertThat(Permission.list(new TreeSet<>())).isEmpty();
    }

    @Test
    void sortsByName() {
        Stream<Permission> sorted = Stream.of(Permission.USERS_READ, Permission.AUDIT_READ, Permission.ROLES_READ)
                .sorted();

        assertThat(sorted).containsExactly(Permission.AUDIT_READ, Permission.ROLES_READ, Permission.USERS_READ);
    }
}
