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
 * One setting or feature flag of a user, a member of the JSON object in the settings column. A member of another type,
 * as an import may bring it, is read as the default and kept until the setting is changed.
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
     * {@return a flag}
     *
     * @param name in lower snake case, such as {@code beta}
     * @param defaultValue for accounts that have none
     */
    public static SettingKey<Boolean> bool(String name, boolean defaultValue) {
        return of(HostField.flag(name), defaultValue);
    }

    /**
     * {@return a whole number}
     *
     * @param name in lower snake case
     * @param min the least, included
     * @param max the greatest, included
     * @param defaultValue for accounts that have none
     * @throws IllegalArgumentException for a default that is out of bounds
     */
    public static SettingKey<Long> number(String name, long min, long max, long defaultValue) {
        return of(HostField.number(name, min, max), defaultValue);
    }

    /**
     * {@return a text on one line}
     *
     * @param name in lower snake case
     * @param maxLength the most characters
     * @param defaultValue for accounts that have none; may be empty
     */
    public static SettingKey<String> text(String name, int maxLength, String defaultValue) {
        return new SettingKey<>(HostField.text(name, maxLength), defaultValue, Owner.NOTHING);
    }

    /**
     * {@return one of a few words}
     *
     * @param name in lower snake case, such as {@code visibility}
     * @param defaultValue for accounts that have none; one of the words
     * @param words all that there are
     * @throws IllegalArgumentException for a default that is none of them
     */
    public static SettingKey<String> choice(String name, String defaultValue, String... words) {
        Set<Object> known = Set.of((Object[]) words);
        return of(HostField.text(name, 255).checkedBy(known::contains), defaultValue);
    }

    /**
     * {@return a day, such as the last one of a subscription}
     *
     * @param name in lower snake case, such as {@code premium_until}
     * @param defaultValue for accounts that have none
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

    /** {@return the same, shown to the owner of the account over HTTP} */
    public SettingKey<T> shownToOwner() {
        return new SettingKey<>(field, defaultValue, Owner.READS);
    }

    /** {@return the same, shown to the owner of the account over HTTP, who may change it there} */
    public SettingKey<T> changedByOwner() {
        return new SettingKey<>(field, defaultValue, Owner.CHANGES);
    }

    /** {@return the name of the member in the settings column and on the wire} */
    public String name() {
        return field.name();
    }

    /** {@return the value of accounts that have none} */
    public T defaultValue() {
        return defaultValue;
    }

    /** {@return true when the owner of the account sees it over HTTP} */
    public boolean isShownToOwner() {
        return owner != Owner.NOTHING;
    }

    /** {@return true when the owner of the account may change it over HTTP} */
    public boolean isChangedByOwner() {
        return owner == Owner.CHANGES;
    }

    /** {@return how the value is written and checked as a member of a request} */
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
