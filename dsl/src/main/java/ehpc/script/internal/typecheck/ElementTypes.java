package ehpc.script.internal.typecheck;

import ehpc.language.WordPlace;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** The types of the elements of lists, to which a name after the list may apply. */
final class ElementTypes {

    private ElementTypes() {}

    /** Returns the type of the elements of a list; the type of the list itself if it is unknown. */
    static ClassNode of(ClassNode list) {
        if (list.equals(FieldCheck.NODES)) {
            return FieldCheck.NODE;
        }
        GenericsType[] elements = elements(list);
        return elements != null && elements.length == 1 ? elements[0].getType() : list;
    }

    /** Returns the types of the elements: those of a list with words, such as {@code users}, are in its declaration. */
    private static GenericsType[] elements(ClassNode list) {
        boolean words = WordPlace.of(list.getName()).isPresent()
                && StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(list, ClassHelper.COLLECTION_TYPE);
        return (words ? GenericsUtils.parameterizeType(list, ClassHelper.COLLECTION_TYPE) : list).getGenericsTypes();
    }

    /** Returns whether a type is a list of elements of unknown type, to which a name after it applies. */
    static boolean areUnknown(ClassNode type) {
        if (!StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.COLLECTION_TYPE)) {
            return false;
        }
        GenericsType[] elements = elements(type);
        return elements == null || elements.length == 1 && WordCheck.isUnknown(elements[0].getType());
    }
}
