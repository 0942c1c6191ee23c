package hadamask;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What code can do to a machine or to itself that reading files and computing does not need.
enum Power {
    /// Finding classes, methods or fields by name; making objects of classes that the source does not name.
    REFLECTION(
            type -> type.startsWith("java.lang.reflect.") || type.equals("java.util.ServiceLoader")
                    || type.startsWith("javax.script."),
            call -> call.matches("java\\.lang\\.Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?)")
                    || call.matches("java\\.lang\\.ClassLoader\\.(loadClass|defineClass)")
                    || call.matches("java\\.lang\\.invoke\\.MethodHandles(\\$Lookup)?\\.(lookup|find.*|unreflect.*|define.*)")),

    /// Making objects from bytes.
    DESERIALISATION(type -> type.equals("java.beans.XMLDecoder"),
            call -> call.startsWith("java.io.ObjectInputStream.")),

    /// Speaking to other machines, or reading an address that may lead to one.
    NETWORK(type -> type.startsWith("java.net.") && !Set.of("java.net.URI", "java.net.URL", "java.net.URISyntaxException",
            "java.net.MalformedURLException", "java.net.URLDecoder", "java.net.URLEncoder").contains(type)
            || type.matches("java\\.nio\\.channels\\..*(Socket|Datagram|Multicast|Network).*")
            || type.matches("(java\\.rmi|javax\\.naming|javax\\.net|javax\\.management\\.remote)\\..*"),
            call -> call.matches("java\\.net\\.URL\\.(open.*|getContent)")),

    /// Code that is not Java's, or memory that Java does not guard.
    NATIVE_CODE(
            type -> type.startsWith("java.lang.foreign.") || type.equals("sun.misc.Unsafe")
                    || type.startsWith("jdk.internal."),
            call -> call.matches("java\\.lang\\.(System|Runtime)\\.load(Library)?")),

    /// Starting programs.
    PROCESSES(type -> type.matches("java\\.lang\\.ProcessBuilder(\\$.*)?"), call -> call.equals("java.lang.Runtime.exec"));

    private final Predicate<String> type;
    private final Predicate<String> call;

    Power(Predicate<String> type, Predicate<String> call) {
        this.type = type;
        this.call = call;
    }

    /// The names of the top-level classes that have this power, in order.
    Set<String> users(Iterable<JavaClass> classes) {
        Set<String> users = new TreeSet<>();
        for (JavaClass one : classes) {
            if (isUser(one)) {
                users.add(one.getName().replaceFirst("\\$.*", ""));
            }
        }
        return users;
    }

    private boolean isUser(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> type.test(dependency.getTargetClass().getBaseComponentType().getName()))
                || one.getAccessesFromSelf().stream().anyMatch(access -> call.test(called(access.getTarget())))
                || this == NATIVE_CODE && one.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.NATIVE));
    }

    private static String called(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    /// All powers with their users, a line each: `POWER: class class`.
    static String of(Iterable<JavaClass> classes) {
        return java.util.Arrays.stream(values()).map(power -> power + ": " + String.join(" ", power.users(classes)))
                .collect(Collectors.joining("\n"));
    }
}
