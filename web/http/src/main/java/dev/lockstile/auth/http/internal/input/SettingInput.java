package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import java.util.List;

/** Reads the settings that may be set, and refuses other names: a setting that is dropped would be lost unseen. */
public final class SettingInput {

    private static final String SETTINGS = "settings";

    private SettingInput() {}

    /** The settings that are the members of the body. */
    public static HostValues ofBody(RequestFields form, List<HostField> fields) {
        form.refuseAllBut(names(fields));
        return HostInput.ofChange(form, fields);
    }

    /** Those of the member {@code settings}, which names one at least. */
    public static HostValues ofMember(RequestFields form, List<HostField> fields) {
        RequestFields settings = form.object(SETTINGS);
        if (settings == null) {
            form.refuseUnlessRefused(SETTINGS, "required");
            return HostValues.NONE;
        }
        boolean allKnown = settings.refuseAllBut(names(fields));
        HostValues values = HostInput.ofChange(settings, fields);
        form.adopt(SETTINGS, settings);
        if (allKnown && values.isEmpty()) {
            form.refuseUnlessRefused(SETTINGS, "required");
        }
        return values;
    }

    private static List<String> names(List<HostField> fields) {
        return fields.stream().map(HostField::name).toList();
    }
}
