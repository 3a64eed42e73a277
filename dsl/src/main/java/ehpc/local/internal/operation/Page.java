package ehpc.local.internal.operation;

import ehpc.api.Paging;
import ehpc.local.PageFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The requested page of a list.
 *
 * @param number the number of the page, from 1
 * @param size the maximum number of its items
 * @param fault the fault that is played on it
 */
record Page(long number, int size, Optional<PageFault> fault) {

    /** Returns the page that the request names; refuses one without items, also where no minimum is documented. */
    static Page of(Call call) {
        Paging paging = call.operation().paging().orElseThrow();
        return new Page(
                positive(call, "PageNumber", 1),
                (int) positive(call, "PageSize", paging.defaultSize()),
                call.faults().find(PageFault.class));
    }

    private static long positive(Call call, String name, int otherwise) {
        long number = call.optional(name).map(Long::parseLong).orElse((long) otherwise);
        if (number < 1) {
            throw call.invalid(name + " must be at least 1, is " + number);
        }
        return number;
    }

    /** Returns the fields of the answer: the numbers of the page, and its items inside two objects. */
    <T> Map<String, Object> of(List<T> all, String outer, String inner, Function<T, ?> rendered) {
        return answer(
                all, outer, Map.of(inner, items(all).stream().map(rendered).toList()));
    }

    /** Returns the fields of the answer: the numbers of the page, and its items inside one object. */
    <T> Map<String, Object> flat(List<T> all, String name, Function<T, ?> rendered) {
        return answer(all, name, items(all).stream().map(rendered).toList());
    }

    private Map<String, Object> answer(List<?> all, String name, Object items) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("PageNumber", number);
        answer.put("PageSize", size);
        answer.put("TotalCount", Math.max(0, all.size() + added()));
        answer.put(name, items);
        return answer;
    }

    private <T> List<T> items(List<T> all) {
        long before = Math.min(number - 1, all.size() + 1L) * size;
        long from = Math.max(0, Math.min(before - added(), all.size()));
        long to = Math.min(from + size, all.size());
        List<T> items = all.subList((int) from, (int) to);
        if (fault.filter(PageFault.EmptyPage.class::isInstance).isPresent()) {
            return List.of();
        }
        boolean half = fault.filter(PageFault.ShortPage.class::isInstance).isPresent();
        return half ? items.subList(0, items.size() / 2) : items;
    }

    /** Returns the number of items that were added at the beginning of the list since its first page was read. */
    private int added() {
        return number > 1 && fault.orElse(null) instanceof PageFault.ShiftedPage shifted ? shifted.by() : 0;
    }
}
