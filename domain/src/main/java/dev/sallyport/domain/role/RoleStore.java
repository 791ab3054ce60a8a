package dev.sallyport.domain.role;

import dev.sallyport.domain.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the definitions of roles; which account has which role stands in the account.
 *
 * <p>Holds under concurrent calls, on any number of nodes: a name has one definition; a reader sees a definition whole, never one
 * call's tier with another's permissions.
 *
 * <p>{@code find} and {@code list} are one round trip. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface RoleStore {

    /** Writes a definition over whatever the name meant before. Of simultaneous calls for one name, one is the last. */
    void define(Role role);

    Optional<Role> find(RoleName name);

    /** All definitions, highest tier first, then by name. */
    List<Role> list();
}
