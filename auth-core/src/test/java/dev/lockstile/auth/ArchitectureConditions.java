package dev.lockstile.auth;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

final class ArchitectureConditions {

    private ArchitectureConditions() {}

    static ArchCondition<JavaClass> haveAPublicSetter() {
        return new ArchCondition<>("have a public setter") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    boolean setter = method.getName().matches("set[A-Z].*")
                            && method.getModifiers().contains(JavaModifier.PUBLIC);
                    events.add(new SimpleConditionEvent(method, setter, method.getFullName()));
                }
            }
        };
    }
}
