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
 * <p>{@code find}, {@code list}, {@code replace} and {@code remove} are one round trip. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface RoleStore {

    /** Writes a definition over whatever the name meant before. Of simultaneous calls for one name, one is the last. */
    void define(Role role);

    /** Writes a definition if the name has none. Of many simultaneous calls for one name, one is told {@code true}. */
    boolean add(Role role);

    /**
     * Writes {@code next} over {@code expected}, which has the same name, if that is still what the name means. Of many simultaneous
     * replacements of one definition by others, exactly one is written.
     *
     * @return whether it was written; otherwise read again and decide again
     */
    boolean replace(Role expected, Role next);

    /** Removes a definition if it is still this one. Of many simultaneous calls one is told {@code true}. */
    boolean remove(Role expected);

    Optional<Role> find(RoleName name);

    /** All definitions, highest tier first, then by name. */
    List<Role> list();
}
