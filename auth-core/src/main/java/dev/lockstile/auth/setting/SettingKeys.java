package dev.lockstile.auth.setting;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings that a host has declared.
 *
 * @param all in the order of their declaration
 */
public record SettingKeys(List<SettingKey<?>> all) {

    /** No settings. */
    public static final SettingKeys NONE = new SettingKeys(List.of());

    private static final Set<String> BUILT_IN = Set.of("language", "timezone");

    /**
     * Copies the list.
     *
     * @param all in the order of their declaration
     */
    public SettingKeys {
        all = List.copyOf(all);
    }

    /** {@return the settings that owners can read} */
    public List<SettingKey<?>> shownToOwner() {
        return all.stream().filter(SettingKey::isShownToOwner).toList();
    }

    /** {@return the request fields of the settings that owners can change} */
    public List<HostField> changedByOwner() {
        return SettingKey.fields(
                all.stream().filter(SettingKey::isChangedByOwner).toList());
    }

    /** {@return the request fields of all settings, for administrators} */
    public List<HostField> fields() {
        return SettingKey.fields(all);
    }

    /**
     * {@return the declared key with the same name}
     *
     * @param <T> type of the value
     * @param key the host's key
     * @throws IllegalArgumentException for a key that is not declared
     */
    public <T> SettingKey<T> require(SettingKey<T> key) {
        if (!all.contains(key)) {
            throw new IllegalArgumentException("the setting " + key.name()
                    + " is not declared: give it to AuthBuilder.userSettings or profileSettings, with the others");
        }
        return key;
    }

    /**
     * {@return the problems of the declarations, each as {@code id: what is wrong, and what to do}}
     *
     * @param method the builder's method, such as {@code userSettings}
     */
    public List<String> problems(String method) {
        Set<String> names = new HashSet<>();
        Stream<String> twice = all.stream()
                .map(SettingKey::name)
                .filter(name -> !names.add(name))
                .map(name -> "setting-twice: " + name + " is declared twice in " + method + "; leave one of them out");
        Stream<String> owned = all.stream()
                .map(SettingKey::name)
                .filter(BUILT_IN::contains)
                .map(name -> "setting-owned: " + name
                        + " is set by OwnAccount.update; take another name for the setting of the application");
        Stream<String> malformed = new HostFields(List.of(), fields(), List.of())
                .problems().stream()
                        .filter(problem -> problem.startsWith("host-field-name"))
                        .map(problem -> problem.replace("host-field-name", "setting-name")
                                .replace("accountFields", method));
        return Stream.of(twice, owned, malformed).flatMap(problems -> problems).toList();
    }
}
