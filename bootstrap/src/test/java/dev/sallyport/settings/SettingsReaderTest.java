package dev.sallyport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsReaderTest {

    private static final Map<String, String> NONE = Map.of();

    @ParameterizedTest
    @EnumSource
    void everySettingIsAnOptionAVariableAndAProperty(Setting setting) {
        String value = Examples.of(setting);

        assertThat(Stream.of(
                                read(setting.argument(), value),
                                read(setting.argument() + "=" + value),
                                read("--" + setting.fullName() + "=" + value),
                                read("--" + setting.fullName(), value),
                                read(List.of(), NONE, Map.of(setting.variable(), value)),
                                read(List.of(), Map.of(setting.fullName(), value), NONE))
                        .map(settings -> settings.value(setting)))
                .hasSize(6)
                .containsOnly(value);
    }

    @Test
    void noTwoSettingsShareAName() {
        Set<String> names = new HashSet<>();

        for (Setting setting : Setting.values()) {
            assertThat(names.add(setting.argument())).as(setting.argument()).isTrue();
            assertThat(names.add(setting.variable())).as(setting.variable()).isTrue();
            assertThat(setting.argument()).matches("--[a-z0-9]+([.-][a-z0-9]+)*");
        }
    }

    @Test
    void anOptionWinsOverAPropertyAPropertyOverAVariableAVariableOverTheDefault() {
        Map<String, String> environment = Map.of("SALLYPORT_PORT", "1");
        Map<String, String> properties = Map.of("sallyport.port", "2");

        assertThat(read(List.of(), NONE, NONE).value(Setting.PORT)).isEqualTo("8080");
        assertThat(read(List.of(), NONE, environment).value(Setting.PORT)).isEqualTo("1");
        assertThat(read(List.of(), properties, environment).value(Setting.PORT)).isEqualTo("2");
        assertThat(read(List.of("--port", "3"), properties, environment).value(Setting.PORT))
                .isEqualTo("3");
    }

    @Test
    void aValueMayHaveEqualsSignsAndDashes() {
        assertThat(read("--metrics.token=a=b==").value(Setting.METRICS_TOKEN)).isEqualTo("a=b==");
        assertThat(read("--metrics.token", "--x=y").value(Setting.METRICS_TOKEN))
                .isEqualTo("--x=y");
    }

    /** As compose files leave it when a variable of theirs is not set. */
    @Test
    void aBlankVariableIsNone() {
        Map<String, String> environment = Map.of("SALLYPORT_PORT", " ", "SALLYPORT_NO_SUCH", "");

        assertThat(read(List.of(), NONE, environment).value(Setting.PORT)).isEqualTo("8080");
    }

    @Test
    void whatIsNotOursIsLeftAlone() {
        Settings settings =
                read(List.of(), Map.of("java.home", "/jdk", "sallyportx", "1"), Map.of("PATH", "/bin", "PORT", "99"));

        assertThat(settings.value(Setting.PORT)).isEqualTo("8080");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot,                     --port",
        "--throttle.enable,          --throttle.enabled",
        "--Port,                     --port",
        "--tokens.isuer,             --tokens.issuer",
        "--password.minimum-length,  --password.min-length"
    })
    void anUnknownOptionIsRefusedWithTheNearestOne(String given, String nearest) {
        assertRefused(
                () -> read(given, "1"),
                "There is no setting " + given + "; the nearest is " + nearest
                        + ", and ./sallyport --help lists them all.");
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestOne() {
        assertRefused(
                () -> read(List.of(), NONE, Map.of("SALLYPORT_THROTTLE_ENABLE", "false")),
                "There is no setting SALLYPORT_THROTTLE_ENABLE; the nearest is SALLYPORT_THROTTLE_ENABLED,"
                        + " and ./sallyport --help lists them all.");
    }

    @Test
    void anUnknownPropertyIsRefusedWithTheNearestOne() {
        assertRefused(
                () -> read(List.of(), Map.of("sallyport.hots", "::1"), NONE),
                "There is no setting sallyport.hots; the nearest is sallyport.host,"
                        + " and ./sallyport --help lists them all.");
    }

    @Test
    void anOptionIsGivenOnce() {
        assertRefused(() -> read("--port", "1", "--sallyport.port=1"), "--port is given twice; give it once.");
    }

    @Test
    void anOptionNeedsAValue() {
        assertRefused(() -> read("--port"), "--port needs a value after it; allowed: 0 to 65535; 0 takes a free one.");
    }

    @Test
    void aWordWithoutDashesIsNoOption() {
        assertRefused(
                () -> read("8181"), "\"8181\" is no option; options begin with --, and ./sallyport --help lists them.");
    }

    @Test
    void theDataFolderLiesBesideTheLauncherUnlessOneIsGiven() {
        Map<String, String> launcher = Map.of("sallyport.home", "/opt/sallyport", "sallyport.terminal", "true");

        assertThat(read(List.of(), launcher, NONE).path(Setting.DATA)).isEqualTo(Path.of("/opt/sallyport/data"));
        assertThat(read(List.of(), launcher, Map.of("SALLYPORT_DATA", "/var/lib/sallyport"))
                        .path(Setting.DATA))
                .isEqualTo(Path.of("/var/lib/sallyport"));
    }

    private static Settings read(String... arguments) {
        return read(List.of(arguments), NONE, NONE);
    }

    private static Settings read(
            List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
        return SettingsReader.read(arguments, properties, environment);
    }

    private static void assertRefused(ThrowingCallable call, String sentence) {
        assertThatExceptionOfType(SettingsException.class).isThrownBy(call).withMessage(sentence);
    }
}
