import { ComponentType } from 'discord-api-types/v10';
import type {
  APIComponentInContainer,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Message } from '../message.ts';

/**
 * Removes the pictures for which `isKept` is false, and the galleries that show them. The text
 * stays the same. Kept pictures still have to be rendered.
 */
export function leaveOutPictures(
  message: Message,
  isKept: (name: string) => boolean = () => false,
): Message {
  const { pictures = [], components = [], ...rest } = message;
  const gone = new Set(pictures.map(({ name }) => name).filter((name) => !isKept(name)));
  if (gone.size === 0) return message;
  const kept = pictures.filter(({ name }) => !gone.has(name));
  return {
    ...rest,
    components: components.flatMap((component) => strip(component, gone)),
    ...(kept.length > 0 && { pictures: kept }),
  };
}

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

function strip<T extends Component>(component: T, gone: ReadonlySet<string>): T[] {
  if (component.type === ComponentType.MediaGallery) {
    const items = component.items.filter(({ media }) => !gone.has(fileNameOf(media.url)));
    return items.length === 0 ? [] : [{ ...component, items }];
  }
  if (component.type !== ComponentType.Container) return [component];
  const components = component.components.flatMap((inner) => strip(inner, gone));
  return [{ ...component, components }];
}

function fileNameOf(url: APIMediaGalleryComponent['items'][number]['media']['url']): string {
  return url.replace(/^attachment:\/\//u, '');
}
