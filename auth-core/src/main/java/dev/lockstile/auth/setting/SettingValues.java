package dev.lockstile.auth.setting;

import dev.lockstile.auth.model.SettingsJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one user, as they were when they were read.
 *
 * @param settings the object in the settings column, with members that the host has not declared
 */
public record SettingValues(SettingsJson settings) {

    /**
     * {@return the value of a setting; its default when the account has none, or one of another type}
     *
     * @param <T> what the setting holds
     * @param key which one
     */
    public <T> T get(SettingKey<T> key) {
        return find(key).orElse(key.defaultValue());
    }

    /**
     * {@return the value that is stored; empty when the default counts}
     *
     * @param <T> what the setting holds
     * @param key which one
     */
    public <T> Optional<T> find(SettingKey<T> key) {
        return key.read(settings);
    }

    /**
     * {@return the values of these settings by their names, defaults among them}
     *
     * @param keys in the order wanted
     */
    public Map<String, Object> byName(List<SettingKey<?>> keys) {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key.name(), get(key)));
        return values;
    }
}
