/** The facets. */
export type FacetName = 'section' | 'subject' | 'person' | 'organisation' | 'place' | 'page' | 'newspaper';

/** What is asked beside the query's text. An option that is not known or makes no sense throws a `TypeError`. */
export interface SearchOptions {
    /** How many hits at most: 20 unless told. */
    limit?: number | null;
    /** How many hits are passed over first. */
    offset?: number | null;
    /** `relevance` unless told; ties: newest first. */
    sort?: 'relevance' | 'newest' | 'oldest' | null;
    /** Conditions in one line, `section:台商区; -subject:消防; date:2025-03`, or a list of such texts. */
    filters?: string | string[] | null;
    /** First day: 2025, 2025-03 or 2025-03-14. */
    from?: string | null;
    /** Last day, inclusive, written likewise. */
    to?: string | null;
    /** Whether items with a fuzzy date are taken in: true unless told. */
    approximate?: boolean | null;
    /** Which facets are counted: all unless told. */
    facets?: boolean | FacetName[] | null;
    /** Whether items are counted over time: true unless told. */
    histogram?: boolean | null;
    /** The language of headlines and snippets (BCP 47): the corpus' own unless told. */
    lang?: string | null;
}

/** A text with the places where the query matches. */
export interface MarkedText {
    text: string;
    /** `[start, end)` in UTF-16 units, so that `text.slice(start, end)` is what was found; ascending and apart. */
    marks: [number, number][];
    /** BCP 47. */
    language: string;
}

export interface Hit {
    uri: string;
    /** 0 where there are no words to rank by. */
    score: number;
    /** EDTF, as the corpus has it. */
    date: string | null;
    /** `possible` where a date was asked for and the item's is fuzzy. */
    dateMatch: 'certain' | 'possible';
    headline: MarkedText;
    /** The passage that shows why it was found. */
    snippet: MarkedText;
}

export interface FacetValue {
    value: string;
    /** How many items would be found with it: a facet's own choices do not narrow its own counts. */
    count: number;
    selected: boolean;
    excluded: boolean;
}

/** Items over time. The range asked for does not narrow it. */
export interface Histogram {
    unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
    /** Bins that hold an item of the archive: their first day, how many items were found, how many are held. */
    bins: { start: string; count: number; held: number }[];
    /** Found items whose fuzzy span is wider than a bin. */
    approximate: { from: string; to: string; count: number }[];
    /** Found items without a date. */
    undated: number;
}

/** The answer to a query. */
export interface Results {
    query: string;
    /** The query as it was understood, in the query language. */
    understood: string;
    total: number;
    /** How many of them surely lie in the date range. */
    certain: number;
    tookMs: number;
    hits: Hit[];
    /** Facets that were not asked for are not there. */
    facets: { [facet in FacetName]?: FacetValue[] };
    /** `null` where it was not asked for. */
    histogram: Histogram | null;
}
