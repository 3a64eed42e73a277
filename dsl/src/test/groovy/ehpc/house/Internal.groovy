package ehpc.house

import com.tngtech.archunit.core.domain.JavaClass

/** Which packages are nobody's business but their parent's. */
final class Internal {

    private Internal() {}

    static boolean isInternal(JavaClass type) {
        type.packageName ==~ /ehpc(\..*)?\.internal(\..*)?/
    }

    /** The package that an internal one serves; of any other package, itself. */
    static String parent(JavaClass type) {
        type.packageName.replaceFirst(/\.internal(\..*)?$/, '')
    }

    /** Whether a class lies in one of these packages or below it. */
    static boolean isWithin(JavaClass type, List<String> packages) {
        packages.any { type.packageName == it || type.packageName.startsWith("${it}.") }
    }
}
