package dev.sallyport.domain.role;

import java.util.Arrays;
import java.util.Optional;

/** How high a role stands; {@link Authority} says what follows from it. */
public enum Tier {
    GUEST(1),
    USER(2),
    MODERATOR(3),
    ADMIN(4),
    SUPER_ADMIN(5);

    private final int level;

    Tier(int level) {
        this.level = level;
    }

    /** 1 (lowest) to 5, as it stands in tokens and stores. */
    public int level() {
        return level;
    }

    public static Optional<Tier> ofLevel(int level) {
        return Arrays.stream(values()).filter(tier -> tier.level == level).findFirst();
    }
}
