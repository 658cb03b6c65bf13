import type { Language } from '../words/language.ts'
import type { StoryWords } from './story-words.ts'
import { storyEnglish } from './tell-en.ts'
import { storyChinese } from './tell-zh.ts'

/** How stories are told in a language. */
export function storyWordsIn(language: Language): StoryWords {
  return language === 'zh' ? storyChinese : storyEnglish
}
