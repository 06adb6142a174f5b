package dev.lockstile.auth.setting;

import dev.lockstile.auth.model.SettingsJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one user or profile at the time of reading.
 *
 * @param settings the object in the settings column, including undeclared members
 */
public record SettingValues(SettingsJson settings) {

    /**
     * {@return the value of a setting; its default when there is none, or one of another type}
     *
     * @param <T> type of the value
     * @param key the setting
     */
    public <T> T get(SettingKey<T> key) {
        return find(key).orElse(key.defaultValue());
    }

    /**
     * {@return the stored value; empty when the default applies}
     *
     * @param <T> type of the value
     * @param key the setting
     */
    public <T> Optional<T> find(SettingKey<T> key) {
        return key.read(settings);
    }

    /**
     * {@return the values of these settings by name, including defaults}
     *
     * @param keys the settings, in the order of the result
     */
    public Map<String, Object> byName(List<SettingKey<?>> keys) {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key.name(), get(key)));
        return values;
    }
}
