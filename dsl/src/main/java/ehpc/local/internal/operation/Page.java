package ehpc.local.internal.operation;

import ehpc.api.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The requested page of a list.
 *
 * @param number the number of the page, from 1
 * @param size the maximum number of its items
 */
record Page(int number, int size) {

    static Page of(Call call) {
        Paging paging = call.operation().paging().orElseThrow();
        return new Page(call.number("PageNumber", 1), call.number("PageSize", paging.defaultSize()));
    }

    /** Returns the fields of the answer: the numbers of the page, and its items inside two objects. */
    <T> Map<String, Object> of(List<T> all, String outer, String inner, Function<T, Map<String, ?>> rendered) {
        long from = Math.min((number - 1L) * size, all.size());
        long to = Math.min(from + size, all.size());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("PageNumber", number);
        answer.put("PageSize", size);
        answer.put("TotalCount", all.size());
        answer.put(
                outer,
                Map.of(
                        inner,
                        all.subList((int) from, (int) to).stream().map(rendered).toList()));
        return answer;
    }
}
