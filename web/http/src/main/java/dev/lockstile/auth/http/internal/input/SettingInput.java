package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import java.util.List;

/** Reads the settings that may be set, and refuses other names: a setting that is dropped would be lost unseen. */
public final class SettingInput {

    private static final String SETTINGS = "settings";

    private SettingInput() {}

    /** The settings that are the members of the body. */
    public static HostValues ofBody(RequestFields fields, List<HostField> declared) {
        fields.refuseAllBut(names(declared));
        return HostInput.ofChange(fields, declared);
    }

    /** Those of the member {@code settings}, which names one at least. */
    public static HostValues ofMember(RequestFields fields, List<HostField> declared) {
        RequestFields settings = fields.object(SETTINGS);
        if (settings == null) {
            fields.refuseUnlessRefused(SETTINGS, "required");
            return HostValues.NONE;
        }
        boolean allKnown = settings.refuseAllBut(names(declared));
        HostValues values = HostInput.ofChange(settings, declared);
        fields.adopt(SETTINGS, settings);
        if (allKnown && values.isEmpty()) {
            fields.refuseUnlessRefused(SETTINGS, "required");
        }
        return values;
    }

    private static List<String> names(List<HostField> declared) {
        return declared.stream().map(HostField::name).toList();
    }
}
