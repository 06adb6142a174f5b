package dev.lockstile.auth.setting;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.SettingsJson;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One setting or feature flag of a user: a member of the JSON object in the settings column. A stored member of another
 * type, for instance from an import, is read as the default and kept until the setting is changed.
 *
 * @param <T> {@code Boolean}, {@code Long}, {@code String} or {@code LocalDate}
 */
public final class SettingKey<T> {

    /** What the owner of an account may do with a setting over HTTP. Code of the host and administrators do both. */
    private enum Owner {
        NOTHING,
        READS,
        CHANGES
    }

    private final HostField field;
    private final T defaultValue;
    private final Owner owner;

    private SettingKey(HostField field, T defaultValue, Owner owner) {
        this.field = field;
        this.defaultValue = defaultValue;
        this.owner = owner;
    }

    /**
     * {@return a key for a flag}
     *
     * @param name in lower snake case, such as {@code beta}
     * @param defaultValue for accounts without a value
     */
    public static SettingKey<Boolean> bool(String name, boolean defaultValue) {
        return of(HostField.flag(name), defaultValue);
    }

    /**
     * {@return a key for a whole number}
     *
     * @param name in lower snake case
     * @param min the minimum
     * @param max the maximum
     * @param defaultValue for accounts without a value
     * @throws IllegalArgumentException for a default that is out of bounds
     */
    public static SettingKey<Long> number(String name, long min, long max, long defaultValue) {
        return of(HostField.number(name, min, max), defaultValue);
    }

    /**
     * {@return a key for a text on one line}
     *
     * @param name in lower snake case
     * @param maxLength maximum number of characters
     * @param defaultValue for accounts without a value; may be empty
     */
    public static SettingKey<String> text(String name, int maxLength, String defaultValue) {
        return new SettingKey<>(HostField.text(name, maxLength), defaultValue, Owner.NOTHING);
    }

    /**
     * {@return a key for one of several words}
     *
     * @param name in lower snake case, such as {@code visibility}
     * @param defaultValue for accounts without a value; one of the words
     * @param words all allowed words
     * @throws IllegalArgumentException for a default that is not one of them
     */
    public static SettingKey<String> choice(String name, String defaultValue, String... words) {
        Set<Object> known = Set.of((Object[]) words);
        return of(HostField.text(name, 255).checkedBy(known::contains), defaultValue);
    }

    /**
     * {@return a key for a date, such as the end of a subscription}
     *
     * @param name in lower snake case, such as {@code premium_until}
     * @param defaultValue for accounts without a value
     */
    public static SettingKey<LocalDate> date(String name, LocalDate defaultValue) {
        return of(HostField.date(name), defaultValue);
    }

    private static <T> SettingKey<T> of(HostField field, T defaultValue) {
        field.problem(defaultValue).ifPresent(problem -> {
            throw new IllegalArgumentException(
                    "the default of the setting " + field.name() + " is refused: " + problem.code());
        });
        return new SettingKey<>(field, defaultValue, Owner.NOTHING);
    }

    /** {@return a copy that the owner of the account can read over HTTP} */
    public SettingKey<T> shownToOwner() {
        return new SettingKey<>(field, defaultValue, Owner.READS);
    }

    /** {@return a copy that the owner of the account can read and change over HTTP} */
    public SettingKey<T> changedByOwner() {
        return new SettingKey<>(field, defaultValue, Owner.CHANGES);
    }

    /** {@return the name of the member in the settings column and in HTTP} */
    public String name() {
        return field.name();
    }

    /** {@return the default value} */
    public T defaultValue() {
        return defaultValue;
    }

    /** {@return true when the owner of the account can read it over HTTP} */
    public boolean isShownToOwner() {
        return owner != Owner.NOTHING;
    }

    /** {@return true when the owner of the account can change it over HTTP} */
    public boolean isChangedByOwner() {
        return owner == Owner.CHANGES;
    }

    /** {@return the type and checks of the value in a request} */
    public HostField field() {
        return field;
    }

    Optional<FieldProblem> problem(@Nullable Object value) {
        return value == null ? Optional.empty() : field.problem(value);
    }

    /** What a settings object holds; empty for no member, and for one of another type or out of bounds. */
    @SuppressWarnings("unchecked")
    Optional<T> read(SettingsJson settings) {
        Object held = settings.value(name());
        Object value = field.type() == HostField.Type.DATE && held instanceof String text ? day(text) : held;
        return value == null || field.problem(value).isPresent() ? Optional.empty() : Optional.of((T) value);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static List<HostField> fields(List<SettingKey<?>> keys) {
        return keys.stream().<HostField>map(SettingKey::field).toList();
    }

    /** By name: two declarations of one setting are one key. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SettingKey<?> key && key.name().equals(name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return "SettingKey[" + name() + "]";
    }
}
